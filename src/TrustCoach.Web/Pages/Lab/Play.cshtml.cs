using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain;
using TrustCoach.Domain.Lab;
using TrustCoach.Domain.People;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Lab;

/// <summary>Free play against any type, or against one that is hidden until it is asked for.</summary>
[Needs(Thing.TrustLab, Act.See)]
public sealed class PlayModel : LabPage
{
    private const string Hidden = "hidden";

    [BindProperty(SupportsGet = true)] public Form Input { get; set; } = new();

    public IReadOnlyList<Encounter> Played { get; private set; } = [];

    public Strategy Opponent { get; private set; } = Strategies.Reciprocator;

    public int Seed { get; private set; }

    public string Moves { get; private set; } = "";

    public double Noise { get; private set; }

    /// <summary>Whether the page says who it is.</summary>
    public bool IsKnown => Input.Reveal || Input.Who is not null and not Hidden;

    public bool IsOver => Moves.Length >= Game.MostRounds;

    public static IReadOnlyList<SelectListItem> Choices { get; } =
        [new("Somebody hidden", Hidden), .. Strategies.Types.Select(type => new SelectListItem(type.Name, type.Code))];

    public void OnGet()
    {
        var refused = Refuse(Problems());
        Seed = refused || Input.Seed is null ? Random.Shared.Next(1, LabLimits.MostSeed) : Input.Seed.Value;
        (Moves, Noise) = refused ? ("", 0) : (Input.Moves ?? "", (Input.Noise ?? 0) / 100d);
        var dice = LabDice.Of((ulong)Seed, -3);
        Opponent = Strategies.Types.FirstOrDefault(type => type.Code == Input.Who) ?? Strategies.Types[(int)(dice.Next() % (ulong)Strategies.Types.Count)];
        Played = Game.Replay(Opponent, [.. Moves.Select(move => move == GuidedPath.Keep)], Noise, Payoffs.Default, (ulong)Seed);
    }

    /// <summary>What the address holds beside the moves.</summary>
    public Dictionary<string, string> Held => new()
    {
        ["Input.Who"] = Input.Who ?? Hidden,
        ["Input.Noise"] = ((int)Math.Round(Noise * 100)).ToString(CultureInfo.InvariantCulture),
        ["Input.Seed"] = Seed.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The same game with its answer.</summary>
    public string RevealLink => Url.Page("/Lab/Play", values: Held.Append(new("Input.Moves", Moves)).Append(new("Input.Reveal", "true")).ToDictionary())!;

    private IEnumerable<Problem> Problems() =>
    [
        .. LabLimits.Noise((Input.Noise ?? 0) / 100d),
        .. LabLimits.Seed(Input.Seed ?? 0),
        .. Input.Who is null or Hidden || Strategies.Types.Any(type => type.Code == Input.Who) ? Array.Empty<Problem>() : [new(nameof(Form.Who), "Choose somebody from the list.")],
        .. (Input.Moves ?? "").Length > Game.MostRounds ? [new(nameof(Form.Moves), $"A game has {Game.MostRounds} encounters at most, so it begins anew.")]
            : (Input.Moves ?? "").All(move => move is GuidedPath.Keep or GuidedPath.Cut) ? Array.Empty<Problem>()
            : [new(nameof(Form.Moves), "The moves in this link cannot be read, so the game begins anew. Nothing else was lost: nothing is stored.")],
    ];

    public sealed class Form
    {
        /// <summary>A strategy's code, or "hidden".</summary>
        public string? Who { get; set; }

        public string? Moves { get; set; }

        /// <summary>Percent of the moves that go astray.</summary>
        public int? Noise { get; set; }

        public int? Seed { get; set; }

        public bool Reveal { get; set; }
    }
}
