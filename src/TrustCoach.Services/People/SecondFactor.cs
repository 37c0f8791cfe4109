using TrustCoach.Domain;

namespace TrustCoach.Services.People;

/// <summary>A person's authenticator app. There is a row once a code of the app has been seen, and none before.</summary>
public sealed class SecondFactor : IInOrganization
{
    private SecondFactor() { }

    /// <param name="key">The sealed key; see <see cref="SecondFactorSeal"/>.</param>
    /// <param name="step">The half minute of the code that proved the app.</param>
    public SecondFactor(Guid organizationId, Guid personId, string key, long step, DateTimeOffset now) =>
        (OrganizationId, PersonId, Key, LastStep, SetUpAt) = (organizationId, personId, key, step, now);

    public Guid OrganizationId { get; private set; }

    public Guid PersonId { get; private set; }

    public string Key { get; private set; } = "";

    /// <summary>The half minute of the last code taken: codes up to it are used up.</summary>
    public long LastStep { get; private set; }

    public DateTimeOffset SetUpAt { get; private set; }

    /// <summary>Wrong codes in a row.</summary>
    public int WrongTries { get; private set; }

    public DateTimeOffset? PausedUntil { get; private set; }
}

/// <summary>A code on paper for the day the phone is lost: works once, and only its hash is kept.</summary>
public sealed class RecoveryCode : IInOrganization
{
    private RecoveryCode() { }

    public RecoveryCode(Guid organizationId, Guid personId, byte[] hash) => (OrganizationId, PersonId, Hash) = (organizationId, personId, hash);

    public Guid OrganizationId { get; private set; }

    public Guid PersonId { get; private set; }

    public byte[] Hash { get; private set; } = [];

    public DateTimeOffset? UsedAt { get; private set; }
}
