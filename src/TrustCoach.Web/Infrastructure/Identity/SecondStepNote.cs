using System.Text.Json;
using TrustCoach.Services.People;

namespace TrustCoach.Web.Infrastructure.Identity;

/// <summary>Remembers between password and code who gave the right password, for ten minutes.</summary>
public sealed class SecondStepNote(SealedNotes notes)
{
    private const string Name = "trustcoach.second-step";

    public void Leave(SecondStep step) => notes.Leave(Name, JsonSerializer.Serialize(step), TimeSpan.FromMinutes(10));

    /// <summary>Null when no password was given here, or too long ago.</summary>
    public SecondStep? Read() => notes.Read(Name) is { } text ? JsonSerializer.Deserialize<SecondStep>(text) : null;

    public void TakeAway() => notes.TakeAway(Name);
}
