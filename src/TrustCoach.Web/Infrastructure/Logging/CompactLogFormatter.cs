using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Json;

namespace TrustCoach.Web.Infrastructure.Logging;

/// <summary>Compact log event format (CLEF): one JSON object a line.</summary>
public sealed class CompactLogFormatter : ITextFormatter
{
    private static readonly JsonValueFormatter Values = new("$type");

    public void Format(LogEvent logEvent, TextWriter output)
    {
        output.Write("{\"@t\":\"");
        output.Write(logEvent.Timestamp.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        output.Write('"');
        Write(output, "@mt", logEvent.MessageTemplate.Text);
        if (logEvent.Level != LogEventLevel.Information)
            Write(output, "@l", logEvent.Level.ToString());
        if (logEvent.Exception is { } exception)
            Write(output, "@x", exception.ToString());
        if (logEvent.TraceId is { } trace)
            Write(output, "@tr", trace.ToHexString());
        foreach (var (name, value) in logEvent.Properties)
        {
            WriteName(output, name.StartsWith('@') ? "@" + name : name);
            Values.Format(value, output);
        }

        output.WriteLine('}');
    }

    private static void Write(TextWriter output, string name, string value)
    {
        WriteName(output, name);
        JsonValueFormatter.WriteQuotedJsonString(value, output);
    }

    private static void WriteName(TextWriter output, string name)
    {
        output.Write(',');
        JsonValueFormatter.WriteQuotedJsonString(name, output);
        output.Write(':');
    }
}
