using System.Text.Encodings.Web;

namespace TrustCoach.Web.TagHelpers;

/// <summary>The drawn signs that carry meaning beside colour. Each inherits the colour of its text.</summary>
public static class Shapes
{
    public const string Exceeded = """<svg class="shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M6 1 11.5 11H.5Z" fill="currentColor"/></svg>""";
    public const string Missed = """<svg class="shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M6 11 .5 1h11Z" fill="currentColor"/></svg>""";
    public const string Met = """<svg class="shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="2.4"/></svg>""";
    public const string Breaker = """<svg class="shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="m2 2 8 8m0-8-8 8" fill="none" stroke="currentColor" stroke-width="2.8"/></svg>""";
    public const string Pending = """<svg class="shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><circle cx="6" cy="6" r="4.8" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.5 2.5"/></svg>""";
    public const string Courtesy = """<svg class="shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M1 6h10" fill="none" stroke="currentColor" stroke-width="2"/></svg>""";
    public const string Gift = """<svg class="shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M6 .5 11.5 6 6 11.5.5 6Z" fill="currentColor"/></svg>""";
    public const string Repair = """<svg class="shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M6 1v10M1 6h10" fill="none" stroke="currentColor" stroke-width="2.4"/></svg>""";
    public const string Rules = """<svg class="shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M2 1.5v10M2 2h8.5L8 4.75l2.5 2.75H2" fill="none" stroke="currentColor" stroke-width="1.8"/></svg>""";
    public const string Level0 = """<svg class="shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>""";
    public const string Level1 = """<svg class="shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M6 1a5 5 0 0 1 0 10Z" fill="currentColor"/></svg>""";
    public const string Level2 = """<svg class="shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><circle cx="6" cy="6" r="5.75" fill="currentColor"/></svg>""";

    /// <summary>Text made safe for markup.</summary>
    public static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");
}
