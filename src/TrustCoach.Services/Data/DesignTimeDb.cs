using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TrustCoach.Services.Data;

/// <summary>Lets the migration tools see the model without starting the app or a database.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<TrustCoachDb>
{
    public TrustCoachDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<TrustCoachDb>().UseNpgsql("Host=none").Options, CurrentOrganization.Owner);
}
