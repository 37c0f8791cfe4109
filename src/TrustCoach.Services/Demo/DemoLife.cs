using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Demo.Words;

namespace TrustCoach.Services.Demo;

/// <summary>Ordinary months of a relationship, as a character lives them.</summary>
internal sealed class DemoLife(DemoPair pair)
{
    private readonly DemoDeck<Scene> _scenes = new(Scenes.All, pair.Dice);
    private readonly DemoDeck<string> _courtesies = new(Scenes.Courtesies, pair.Dice);
    private readonly DemoDeck<string> _late = new(Scenes.LateNotes, pair.Dice);
    private readonly DemoDeck<string> _ours = new(Vocabulary.OurPromises, pair.Dice);
    private readonly DemoDeck<string> _theirs = new(Vocabulary.TheirPromises, pair.Dice);
    private readonly DemoDeck<(string Text, short Value)> _gifts = new(Vocabulary.Gifts, pair.Dice);
    private readonly DemoDeck<(string Text, short Value)> _returns = new(Vocabulary.Returns, pair.Dice);

    private DemoDice Dice => pair.Dice;

    /// <summary>Lives from so many days ago to so many days ago.</summary>
    public DemoLife Live(int from, int to, DemoCharacter character)
    {
        for (var ago = from; ago >= to; ago -= Dice.Between((character.Gap + 1) / 2, character.Gap))
            Encounter(ago, character, mayPromise: ago > to);
        return this;
    }

    private void Encounter(int ago, DemoCharacter character, bool mayPromise)
    {
        if (Dice.Falls(0.12))
        {
            pair.Log(ago, Outcome.Courtesy, _courtesies.Draw(), channel: Dice.Of([Channel.Call, Channel.Message, Channel.Other]));
            return;
        }

        var scene = _scenes.Draw();
        var outcome = Dice.Falls(character.Missed) ? Outcome.Missed : Dice.Falls(character.Exceeded) ? Outcome.Exceeded : Outcome.Met;
        var slip = Dice.Falls(character.Late) ? LateBy(5 * Dice.Between(2, 8)) : null;
        var touchpoint = pair.Log(
            ago, outcome, outcome switch { Outcome.Missed => scene.Missed, Outcome.Exceeded => scene.Exceeded, _ => scene.Met },
            Dice.Falls(0.85) ? scene.Expectation : null, scene.Channel, slip,
            severity: outcome == Outcome.Missed && Dice.Falls(0.3) ? Severity.Mild : Severity.Normal,
            ownedUp: outcome == Outcome.Missed && Dice.Falls(character.OwnsUp),
            level: Dice.Falls(0.12) ? EvidenceLevel.CustomerConfirmed : Dice.Falls(0.1) ? EvidenceLevel.Witnessed : EvidenceLevel.SelfReported,
            planned: slip is null && outcome != Outcome.Missed && Dice.Falls(0.25));
        if (mayPromise && Dice.Falls(0.45))
            Ours(ago, touchpoint, character);
        if (mayPromise && Dice.Falls(0.2))
            Theirs(ago, touchpoint);
        if (Dice.Falls(character.Given))
            Given(ago);
        if (Dice.Falls(character.Returned))
            Returned(ago);
    }

    private BreakerDetails LateBy(int minutes) => new(BreakerKind.Late, Severity.Normal, minutes, Note: _late.Draw());

    private void Given(int ago)
    {
        var (text, value) = _gifts.Draw();
        pair.Gave(ago, text, value);
    }

    private void Returned(int ago)
    {
        var (text, value) = _returns.Draw();
        pair.Took(ago, text, value);
    }

    private void Ours(int ago, Touchpoint during, DemoCharacter character)
    {
        // What is due today or not yet is left open, so that there is something to do.
        var due = ago - Dice.Between(3, 12);
        var promise = pair.Promise(ago, due, _ours.Draw(), during: during, severity: Dice.Falls(0.15) ? Severity.Mild : Severity.Normal);
        if (due <= 0)
            return;
        if (Dice.Falls(character.Broken))
        {
            if (due > 1 && Dice.Falls(character.OwnsUp))
                pair.GiveUp(promise, due - 1, Dice.Of(Vocabulary.ReasonsBroken), ownedUp: true);
        }
        else if (due > 6 && Dice.Falls(character.KeptLate))
        {
            pair.Keep(promise, due - Dice.Between(3, 4));
        }
        else if (due > 12 && ago - due > 5 && Dice.Falls(0.10))
        {
            pair.Move(promise, due + 4, due - 5, Dice.Of(Vocabulary.ReasonsToMove));
            pair.Keep(promise, due - 4);
        }
        else
        {
            var level = Dice.Falls(0.2) ? EvidenceLevel.CustomerConfirmed : EvidenceLevel.SelfReported;
            pair.Keep(promise, Dice.Between(due, Math.Min(ago - 1, due + 2)), Dice.Falls(character.Exceeded / 2), level);
        }
    }

    private void Theirs(int ago, Touchpoint during)
    {
        var due = ago - Dice.Between(4, 14);
        var promise = pair.Promise(ago, due, _theirs.Draw(), Direction.Theirs, during: during);
        if (due > 0 && Dice.Falls(0.8))
            pair.Keep(promise, due);
    }
}
