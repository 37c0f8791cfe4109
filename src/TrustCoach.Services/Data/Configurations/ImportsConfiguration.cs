using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrustCoach.Domain.Imports;
using TrustCoach.Services.Imports;

namespace TrustCoach.Services.Data.Configurations;

internal sealed class ImportRunConfiguration : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> run)
    {
        run.ToTable("imports");
        run.HasKey(i => new { i.OrganizationId, i.Id });
        run.Ignore(i => i.IsBusy);
        run.Property(i => i.FileName).HasMaxLength(ImportRun.FileNameMaxLength);
        run.Property(i => i.Error).HasMaxLength(500);
        run.Property(i => i.Mapping).HasColumnType("jsonb").HasConversion(
            mapping => JsonSerializer.Serialize(mapping, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<ImportMapping>(json, JsonSerializerOptions.Default)!);
        run.HasIndex(i => new { i.OrganizationId, i.State });   // the worker's question
    }
}

internal sealed class ImportFileConfiguration : IEntityTypeConfiguration<ImportFile>
{
    public void Configure(EntityTypeBuilder<ImportFile> file)
    {
        file.ToTable("import_files");
        file.HasKey(f => new { f.OrganizationId, f.ImportId });
        file.HasOne<ImportRun>().WithOne().HasForeignKey<ImportFile>(f => new { f.OrganizationId, f.ImportId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ImportRowConfiguration : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> row)
    {
        row.ToTable("import_rows");
        row.HasKey(r => new { r.OrganizationId, r.ImportId, r.Number });
        row.Property(r => r.Field).HasMaxLength(40);
        row.Property(r => r.Message).HasMaxLength(ImportRow.MessageMaxLength);
        row.Property(r => r.Before).HasColumnType("jsonb");
        row.HasOne<ImportRun>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.ImportId }).OnDelete(DeleteBehavior.Cascade);
    }
}
