namespace TrustCoach.Benchmarks.Load;

/// <summary>One row of the table: a page of the product and what its speed is divided by.</summary>
/// <param name="AtLeast">The share of the bare page's answers a second it is to reach.</param>
/// <param name="MostCpu">So many times the bare page's processor time at most.</param>
/// <param name="MostP99">So many times the bare page's 99th percentile at most.</param>
/// <param name="MostStatements">So many statements a request at most.</param>
/// <param name="Meanwhile">Sent once a second while either side is measured: a page that is to be fresh is not to be read from yesterday's memory.</param>
internal sealed record Work(
    string Name, Side Product, Side Bare, double AtLeast, double? MostCpu = null, double? MostP99 = null, int? MostStatements = null, Side? Meanwhile = null);

/// <summary>Medians over the rounds of both sides.</summary>
/// <param name="Ratio">Product to bare, of the rates of the same round; the median.</param>
internal sealed record Compared(Work Work, Sample Product, Sample Bare, double Ratio, double Statements, double BareStatements)
{
    public double Cpu => Product.ServerCpu / Bare.ServerCpu;

    public double AllCpu => (Product.ServerCpu + Product.DatabaseCpu) / (Bare.ServerCpu + Bare.DatabaseCpu);

    public double P99 => Product.P99 / Bare.P99;

    public bool IsMet => Ratio >= Work.AtLeast && !(Cpu > Work.MostCpu) && !(P99 > Work.MostP99) && !(Statements > Work.MostStatements);
}
