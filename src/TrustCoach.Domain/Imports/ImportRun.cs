namespace TrustCoach.Domain.Imports;

/// <summary>How far an import has come.</summary>
public enum ImportState : short
{
    /// <summary>The file is here; its columns are to be named.</summary>
    Uploaded = 1,

    /// <summary>Waiting for, or in, the dry run.</summary>
    Checking = 2,

    /// <summary>The dry run's report is ready.</summary>
    Checked = 3,

    Applying = 4,
    Applied = 5,
    Undoing = 6,
    Undone = 7,

    /// <summary>Stopped by an error; nothing was written.</summary>
    Failed = 8,
}

/// <summary>What became of a row.</summary>
public enum RowVerdict : short
{
    Created = 1,
    Updated = 2,

    /// <summary>Already here, word for word.</summary>
    Unchanged = 3,

    /// <summary>Left out, with a reason.</summary>
    Refused = 4,
}

/// <summary>One file on its way in: uploaded, mapped, checked, applied, perhaps undone.</summary>
public sealed class ImportRun : IInOrganization
{
    public const int FileNameMaxLength = 200;
    public const int MaxBytes = 64 * 1024 * 1024;

    private ImportRun() { }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public ImportKind Kind { get; private set; }

    public string FileName { get; private set; } = "";

    public IReadOnlyList<string> Headings { get; private set; } = [];

    public ImportMapping Mapping { get; private set; } = new();

    public ImportState State { get; private set; } = ImportState.Uploaded;

    /// <summary>Rows of the file below its headings.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows the present step has worked through.</summary>
    public int Done { get; private set; }

    public int Created { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    public int Refused { get; private set; }

    public Guid UploadedBy { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>What stopped it, in a sentence for people.</summary>
    public string? Error { get; private set; }

    public static ImportRun Upload(
        Guid organizationId, Guid id, ImportKind kind, string fileName, IReadOnlyList<string> headings, int rows, ImportMapping mapping, Guid by, DateTimeOffset now) =>
        new()
        {
            OrganizationId = organizationId,
            Id = id,
            Kind = kind,
            FileName = fileName.Length > FileNameMaxLength ? fileName[..FileNameMaxLength] : fileName,
            Headings = headings,
            Rows = rows,
            Mapping = mapping,
            UploadedBy = by,
            UploadedAt = now,
        };

    public bool IsBusy => State is ImportState.Checking or ImportState.Applying or ImportState.Undoing;

    /// <summary>Asks for the dry run of a mapping.</summary>
    public Problem? Check(ImportMapping mapping)
    {
        if (State is not (ImportState.Uploaded or ImportState.Checked or ImportState.Failed))
            return new Problem("", "This import can no longer be changed.");
        (Mapping, State, Done, Error) = (mapping, ImportState.Checking, 0, null);
        return null;
    }

    /// <summary>Asks for the rows to be written.</summary>
    public Problem? Apply()
    {
        if (State != ImportState.Checked)
            return new Problem("", State is ImportState.Applying or ImportState.Applied ? "This import is applied already." : "Check the file first.");
        (State, Done) = (ImportState.Applying, 0);
        return null;
    }

    /// <summary>Asks for what it brought in to be taken out again.</summary>
    public Problem? Undo()
    {
        if (State != ImportState.Applied)
            return new Problem("", State is ImportState.Undoing or ImportState.Undone ? "This import is undone already." : "Only an applied import can be undone.");
        (State, Done) = (ImportState.Undoing, 0);
        return null;
    }

    public void Finish(ImportCounts counts, DateTimeOffset now)
    {
        State = State switch
        {
            ImportState.Checking => ImportState.Checked,
            ImportState.Applying => ImportState.Applied,
            _ => ImportState.Undone,
        };
        (Created, Updated, Unchanged, Refused) = (counts.Created, counts.Updated, counts.Unchanged, counts.Refused);
        (Done, FinishedAt) = (Rows, now);
    }

    public void Fail(string error, DateTimeOffset now)
    {
        // What was applied stays applied when its undo fails.
        State = State == ImportState.Undoing ? ImportState.Applied : ImportState.Failed;
        (Error, FinishedAt) = (error, now);
    }
}

/// <summary>How many rows met which verdict.</summary>
public sealed record ImportCounts(int Created, int Updated, int Unchanged, int Refused)
{
    public static ImportCounts Of(IEnumerable<RowVerdict> verdicts)
    {
        var counts = verdicts.GroupBy(v => v).ToDictionary(g => g.Key, g => g.Count());
        int Of(RowVerdict verdict) => counts.GetValueOrDefault(verdict);
        return new(Of(RowVerdict.Created), Of(RowVerdict.Updated), Of(RowVerdict.Unchanged), Of(RowVerdict.Refused));
    }
}

/// <summary>The report of one row.</summary>
public sealed class ImportRow : IInOrganization
{
    public const int MessageMaxLength = 500;

    private ImportRow() { }

    public ImportRow(Guid organizationId, Guid importId, int number, RowVerdict verdict, string? field, string? message, string? before)
    {
        (OrganizationId, ImportId, Number, Verdict, Field, Before) = (organizationId, importId, number, verdict, field, before);
        Message = message is { Length: > MessageMaxLength } ? message[..MessageMaxLength] : message;
    }

    public Guid OrganizationId { get; private set; }

    public Guid ImportId { get; private set; }

    /// <summary>The row's number in the file, its headings being row 1.</summary>
    public int Number { get; private set; }

    public RowVerdict Verdict { get; private set; }

    /// <summary>Key of the field the message is about; empty for the whole row.</summary>
    public string? Field { get; private set; }

    public string? Message { get; private set; }

    /// <summary>What an update replaced, as JSON, so that it can be undone.</summary>
    public string? Before { get; private set; }
}
