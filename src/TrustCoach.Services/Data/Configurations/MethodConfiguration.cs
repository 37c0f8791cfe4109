using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Method;
using TrustCoach.Domain.People;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class MethodCardConfiguration : IEntityTypeConfiguration<MethodCard>
{
    public void Configure(EntityTypeBuilder<MethodCard> card)
    {
        card.ToTable("method_cards");
        card.HasKey(c => new { c.OrganizationId, c.Id });
        // A card never changes once published, so nothing has to be compared.
        card.Property(c => c.Steps).HasColumnType("jsonb").HasConversion(
            steps => JsonSerializer.Serialize(steps, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<List<MethodStep>>(json, JsonSerializerOptions.Default)!,
            new ValueComparer<IReadOnlyList<MethodStep>>((a, b) => ReferenceEquals(a, b), steps => steps.Count, steps => steps));
        card.HasOne<Team>().WithMany().HasForeignKey(c => new { c.OrganizationId, c.TeamId }).OnDelete(DeleteBehavior.Restrict);
        card.HasIndex(c => new { c.OrganizationId, c.TeamId, c.Number }).IsUnique();   // of two who publish at once, the second is told
    }
}
