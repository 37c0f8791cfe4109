using Microsoft.AspNetCore.Mvc;
using TrustCoach.Domain.Lab;
using TrustCoach.Domain.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Lab;

/// <summary>A round robin of strategies. The address holds everything it depends on.</summary>
[Needs(Thing.TrustLab, Act.See)]
public sealed class TournamentModel(LabGate gate) : LabPage
{
    [BindProperty(SupportsGet = true)] public Form Input { get; set; } = new();

    public TournamentSetup Setup { get; private set; } = null!;

    /// <summary>Null when it was refused.</summary>
    public TournamentResult? Result { get; private set; }

    /// <summary>The preset this is, if any.</summary>
    public TournamentPreset? Preset { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!Request.Query.Keys.Any(key => key.StartsWith("Input.", StringComparison.OrdinalIgnoreCase)))
            Input = Form.Of(LabPresets.Tournaments[0].Setup);
        Setup = Input.ToSetup();
        if (Refuse(Setup.Problems().Concat(Input.CountProblems(TournamentSetup.MostPlayers))))
            return;
        Preset = LabPresets.Tournaments.FirstOrDefault(preset => Form.Of(preset.Setup).Link.SequenceEqual(Input.Link));
        Input = Form.Of(Setup);
        Result = await gate.RunAsync(() => Tournament.Play(Setup, cancellation), cancellation);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        if (Result is null)
            return Page();
        return this.Csv(new("tournament", ["Strategy", "Players", "Mean payoff", "Spread", "Kept, percent", .. Result.Kinds.Select(kind => $"Against {kind.Name}")],
            Result.Standings.Select(placed => (object?[])[placed.Strategy.Name, placed.Count, placed.Mean, placed.Spread, placed.Kept * 100, .. Result.Against[Result.Kinds.ToList().IndexOf(placed.Strategy)].Cast<object?>()])));
    }

    public sealed class Form : FieldForm
    {
        public int? Repetitions { get; set; }

        public bool SelfPlay { get; set; }

        public int? Joss { get; set; }

        public int? Davis { get; set; }

        public int? Shubik { get; set; }

        public int? Feld { get; set; }

        public int? Tullock { get; set; }

        public int? Drawn { get; set; }

        protected override IEnumerable<Slot> Slots =>
        [
            .. base.Slots, new(Strategies.Joss, Joss, n => Joss = n), new(Strategies.Davis, Davis, n => Davis = n),
            new(Strategies.Shubik, Shubik, n => Shubik = n), new(Strategies.Feld, Feld, n => Feld = n), new(Strategies.Tullock, Tullock, n => Tullock = n),
        ];

        /// <summary>What a link to it holds.</summary>
        public IReadOnlyDictionary<string, object?> Link
        {
            get
            {
                var setup = ToSetup();
                var values = Values(setup.Entries, setup.Payoffs, setup.Rounds, setup.Noise, setup.Seed);
                values["Input.Repetitions"] = setup.Repetitions;
                values["Input.SelfPlay"] = setup.SelfPlay ? "true" : "false";
                if (setup.Drawn > 0)
                    values["Input.Drawn"] = setup.Drawn;
                return values;
            }
        }

        public TournamentSetup ToSetup() =>
            new([.. Entries], Rounds ?? 200, Repetitions ?? 10, NoiseShare, Payoffs, SelfPlay, Seed ?? 1, Drawn ?? 0);

        /// <summary>The form filled with a setup.</summary>
        public static Form Of(TournamentSetup setup)
        {
            var form = new Form { Repetitions = setup.Repetitions, SelfPlay = setup.SelfPlay, Drawn = setup.Drawn };
            form.Fill(setup.Entries, setup.Payoffs, setup.Rounds, setup.Noise, setup.Seed);
            return form;
        }
    }
}
