using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Lessons;
using TrustCoach.Domain.People;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class TeamLessonsConfiguration : IEntityTypeConfiguration<TeamLessons>
{
    public void Configure(EntityTypeBuilder<TeamLessons> team)
    {
        team.ToTable("team_lessons");
        team.HasKey(t => new { t.OrganizationId, t.TeamId });
        // A list of choices is made anew with each change and never changed in place.
        team.Property(t => t.Choices).HasColumnType("jsonb").HasConversion(
            choices => JsonSerializer.Serialize(choices, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<List<LessonChoice>>(json, JsonSerializerOptions.Default)!,
            new ValueComparer<IReadOnlyList<LessonChoice>>((a, b) => ReferenceEquals(a, b), choices => choices.Count, choices => choices));
        team.Property(t => t.Version).IsConcurrencyToken();   // of two who arrange at once, the second is told
        team.HasOne<Team>().WithOne().HasForeignKey<TeamLessons>(t => new { t.OrganizationId, t.TeamId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LessonMarkConfiguration : IEntityTypeConfiguration<LessonMark>
{
    public void Configure(EntityTypeBuilder<LessonMark> mark)
    {
        mark.ToTable("lesson_marks");
        mark.HasKey(m => new { m.OrganizationId, m.PersonId, m.Week, m.Lesson });
        mark.Property(m => m.Lesson).HasMaxLength(LessonMark.SlugMaxLength);
        mark.HasOne<Person>().WithMany().HasForeignKey(m => new { m.OrganizationId, m.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FavouriteLessonConfiguration : IEntityTypeConfiguration<FavouriteLesson>
{
    public void Configure(EntityTypeBuilder<FavouriteLesson> favourite)
    {
        favourite.ToTable("favourite_lessons");
        favourite.HasKey(f => new { f.OrganizationId, f.PersonId, f.Lesson });
        favourite.Property(f => f.Lesson).HasMaxLength(LessonMark.SlugMaxLength);
        favourite.HasOne<Person>().WithMany().HasForeignKey(f => new { f.OrganizationId, f.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
