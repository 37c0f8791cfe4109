namespace TrustCoach.Domain.Lab;

/// <summary>
/// Where somebody stands on the guided path, read from their moves in a link: "k.kkc.c" is one move in the first chapter, three in the
/// second, one in the third. A dot is written when the next chapter is begun.
/// </summary>
/// <param name="Moves">As in the link.</param>
/// <param name="Noise">The chance, 0 to 1, that a move goes astray in the chapters about mistakes.</param>
/// <param name="Seed">Of the slips.</param>
public sealed record GuidedPath(string Moves, double Noise, int Seed)
{
    public const char Keep = 'k', Cut = 'c', Between = '.';

    /// <summary>With this seed and noise the customer slips in the second encounter and you in the fourth.</summary>
    public const int FirstSeed = 4;

    public const double FirstNoise = .1;

    // The judgement's letters, in the order of the answers.
    private const string Answers = "war";

    private readonly string[] _chapters = Moves.Split(Between);

    /// <summary>Number of the current chapter, from 0.</summary>
    public int At => _chapters.Length - 1;

    public Chapter Chapter => Chapter.All[At];

    /// <summary>Steps done in the current chapter.</summary>
    public int Done => _chapters[^1].Length;

    /// <summary>Whether the current chapter is over.</summary>
    public bool IsOver => Done == Chapter.Steps;

    /// <summary>The moves after one more.</summary>
    public string With(char move) => Moves + move;

    /// <summary>The moves with the next chapter begun.</summary>
    public string Next => Moves + Between;

    /// <summary>The moves with this chapter begun again.</summary>
    public string Again => Moves[..(Moves.Length - Done)];

    /// <summary>The letter of an answer to a silence.</summary>
    public static char Letter(SilenceAnswer answer) => Answers[(int)answer];

    /// <summary>The encounters of a chapter so far; empty where nobody is met.</summary>
    public IReadOnlyList<Encounter> Encounters(int chapter) => Chapter.All[chapter].Opponent is { } opponent
        ? Game.Replay(opponent, [.. _chapters[chapter].Select(move => move == Keep)], Chapter.All[chapter].IsNoisy ? Noise : 0, Payoffs.Default, (ulong)Seed)
        : [];

    /// <summary>The answers given in the current chapter, where silences are judged.</summary>
    public IReadOnlyList<SilenceAnswer> Judged => [.. _chapters[^1].Select(letter => (SilenceAnswer)Answers.IndexOf(letter))];

    /// <summary>The situation of an encounter: the chapters go through them one after the other.</summary>
    public Situation SituationOf(int encounter) => Situations.At(Chapter.All.Take(At).Sum(chapter => chapter.Steps) + encounter);

    /// <summary>What is wrong with the link, by parameter; empty when it can be played.</summary>
    public IReadOnlyList<Problem> Problems() =>
    [
        .. LabLimits.Noise(Noise),
        .. LabLimits.Seed(Seed),
        .. IsReadable ? Array.Empty<Problem>() : [new(nameof(Moves), "The moves in this link cannot be read, so the game begins anew. Nothing else was lost: nothing is stored.")],
    ];

    private bool IsReadable => _chapters.Length <= Chapter.All.Count && _chapters
        .Zip(Chapter.All, (moves, chapter) => (moves, chapter)).Select((pair, at) => (pair.moves, pair.chapter, isLast: at == At))
        .All(part => part.moves.Length <= part.chapter.Steps && (part.isLast || part.moves.Length == part.chapter.Steps)
            && part.moves.All(move => part.chapter.Kind == ChapterKind.Judge ? Answers.Contains(move) : move is Keep or Cut));
}
