using System.Security.Cryptography;
using TrustCoach.Domain.People;
using TrustCoach.Services.People;

namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>
/// The key shown on the page that sets up a second factor, until a code proves it. It stays the same when the page is opened
/// again, because a phone forgets pages while its owner is in the authenticator app.
/// </summary>
public sealed class NewKeyNote(SealedNotes notes)
{
    private const string Name = "trustcoach.new-key";

    /// <summary>The key being set up; a new one when there is none.</summary>
    public byte[] ReadOrLeave(Actor actor)
    {
        if (Read(actor) is { } key)
            return key;
        key = RandomNumberGenerator.GetBytes(OneTimeCode.KeySize);
        notes.Leave(Name, $"{actor.PersonId}|{Convert.ToBase64String(key)}", TimeSpan.FromHours(1));
        return key;
    }

    /// <summary>Null when the page was opened too long ago, or by somebody else.</summary>
    public byte[]? Read(Actor actor) =>
        notes.Read(Name)?.Split('|') is [var person, var key] && person == actor.PersonId.ToString() ? Convert.FromBase64String(key) : null;

    public void TakeAway() => notes.TakeAway(Name);
}
