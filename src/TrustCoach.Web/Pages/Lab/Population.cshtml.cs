using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TrustCoach.Domain.Lab;
using TrustCoach.Domain.People;
using TrustCoach.Web.Infrastructure;
using TrustCoach.Web.Infrastructure.Identity;

namespace TrustCoach.Web.Pages.Lab;

/// <summary>Generations of strategies: what pays is copied. The address holds everything it depends on.</summary>
[Needs(Thing.TrustLab, Act.See)]
public sealed class PopulationModel(LabGate gate) : LabPage
{
    [BindProperty(SupportsGet = true)] public Form Input { get; set; } = new();

    public PopulationSetup Setup { get; private set; } = null!;

    /// <summary>Null when it was refused.</summary>
    public PopulationCourse? Course { get; private set; }

    /// <summary>The preset this is, if any.</summary>
    public PopulationPreset? Preset { get; private set; }

    public static IReadOnlyList<SelectListItem> Choices { get; } =
        [new("Without end and without chance", nameof(Dynamics.Replicator)), new("So many people, with chance", nameof(Dynamics.Finite))];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!Request.Query.Keys.Any(key => key.StartsWith("Input.", StringComparison.OrdinalIgnoreCase)))
            Input = Form.Of(LabPresets.Populations[0].Setup);
        Setup = Input.ToSetup();
        if (Refuse(Setup.Problems().Concat(Input.CountProblems(PopulationSetup.MostSize))))
            return;
        Preset = LabPresets.Populations.FirstOrDefault(preset => Form.Of(preset.Setup).Link.SequenceEqual(Input.Link));
        Input = Form.Of(Setup);
        Course = await gate.RunAsync(() => Population.Run(Setup), cancellation);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        if (Course is null)
            return Page();
        return this.Csv(new("population", ["Generation", .. Course.Kinds.Select(kind => $"{kind.Name}, percent"), "Mean payoff"],
            Course.Shares.Select((shares, at) => (object?[])[at, .. shares.Select(share => (object?)(share * 100)), Course.Earned[at]])));
    }

    public sealed class Form : FieldForm
    {
        public Dynamics? Dynamics { get; set; }

        public int? Generations { get; set; }

        /// <summary>What a link to it holds.</summary>
        public IReadOnlyDictionary<string, object?> Link
        {
            get
            {
                var setup = ToSetup();
                var values = Values(setup.Entries, setup.Payoffs, setup.Rounds, setup.Noise, setup.Seed);
                values["Input.Dynamics"] = setup.Dynamics;
                values["Input.Generations"] = setup.Generations;
                return values;
            }
        }

        public PopulationSetup ToSetup() =>
            new([.. Entries], Dynamics ?? Domain.Lab.Dynamics.Replicator, Generations ?? 40, Rounds ?? 20, NoiseShare, Payoffs, Seed ?? 1);

        /// <summary>The form filled with a setup.</summary>
        public static Form Of(PopulationSetup setup)
        {
            var form = new Form { Generations = setup.Generations, Dynamics = setup.Dynamics };
            form.Fill(setup.Entries, setup.Payoffs, setup.Rounds, setup.Noise, setup.Seed);
            return form;
        }
    }
}
