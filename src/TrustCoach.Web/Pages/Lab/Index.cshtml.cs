using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.Lab;
using TrustCoach.Domain.People;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Lab;

/// <summary>The guided game: what pays in the long run, found out by playing. The address holds every move; nothing is stored.</summary>
[Needs(Thing.TrustLab, Act.See)]
public sealed class IndexModel : LabPage
{
    [BindProperty(SupportsGet = true)] public Form Input { get; set; } = new();

    public GuidedPath Path { get; private set; } = null!;

    public Chapter Chapter => Path.Chapter;

    /// <summary>Of the current chapter.</summary>
    public IReadOnlyList<Encounter> Played { get; private set; } = [];

    /// <summary>Whether the noise is asked for now: before the first encounter in which it counts.</summary>
    public bool AsksNoise => Chapter.IsNoisy && Path.Done == 0;

    /// <summary>Of all encounters on the path so far, and of those in which one meant to keep one's word.</summary>
    public (int All, int Kept) Own { get; private set; }

    public void OnGet()
    {
        var asked = Input.ToPath();
        Path = Refuse(asked.Problems()) ? new("", GuidedPath.FirstNoise, GuidedPath.FirstSeed) : asked;
        Input.Noise ??= (int)Math.Round(Path.Noise * 100);
        Played = Path.Encounters(Path.At);
        var all = Enumerable.Range(0, Path.At + 1).SelectMany(Path.Encounters).ToList();
        Own = (all.Count, all.Count(encounter => encounter.Meant));
    }

    /// <summary>The address of other moves on the same path.</summary>
    public string LinkTo(string moves) => Url.Page("/Lab/Index", values: Hidden.Append(new("Input.Moves", moves)).ToDictionary())!;

    /// <summary>What the address holds beside the moves.</summary>
    public Dictionary<string, string> Hidden => new()
    {
        ["Input.Noise"] = ((int)Math.Round(Path.Noise * 100)).ToString(CultureInfo.InvariantCulture),
        ["Input.Seed"] = Path.Seed.ToString(CultureInfo.InvariantCulture),
    };

    public sealed class Form
    {
        public string? Moves { get; set; }

        /// <summary>Percent of the moves that go astray.</summary>
        public int? Noise { get; set; }

        public int? Seed { get; set; }

        public GuidedPath ToPath() => new(Moves ?? "", Noise / 100d ?? GuidedPath.FirstNoise, Seed ?? GuidedPath.FirstSeed);
    }
}
