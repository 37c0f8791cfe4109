using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using TrustCoach.Domain;
using TrustCoach.Domain.Audit;
using TrustCoach.Domain.Coaching;
using TrustCoach.Domain.Customers;
using TrustCoach.Domain.Digests;
using TrustCoach.Domain.Disputes;
using TrustCoach.Domain.Goals;
using TrustCoach.Domain.Imports;
using TrustCoach.Domain.Lessons;
using TrustCoach.Domain.Method;
using TrustCoach.Domain.Opportunities;
using TrustCoach.Domain.People;
using TrustCoach.Domain.Practice;
using TrustCoach.Domain.Promises;
using TrustCoach.Domain.Repairs;
using TrustCoach.Domain.Ripples;
using TrustCoach.Domain.Rules;
using TrustCoach.Domain.Scoring;
using TrustCoach.Domain.Touchpoints;
using TrustCoach.Services.Briefings;
using TrustCoach.Services.Coaching;
using TrustCoach.Services.Confidences;
using TrustCoach.Services.Imports;
using TrustCoach.Services.Mail;
using TrustCoach.Services.People;
using TrustCoach.Services.TrustLists;

namespace TrustCoach.Services.Data;

/// <summary>The one database. Every set is filtered to the current organization; row-level security stands underneath.</summary>
public sealed class TrustCoachDb(DbContextOptions<TrustCoachDb> options, CurrentOrganization organization) : DbContext(options)
{
    /// <summary>Name of the query filter that keeps organizations apart; nothing switches it off but the directory look-ups.</summary>
    public const string OrganizationFilter = "organization";

    public CurrentOrganization Organization { get; } = organization;

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<AccountToken> AccountTokens => Set<AccountToken>();

    public DbSet<SignInSession> Sessions => Set<SignInSession>();

    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<Relationship> Relationships => Set<Relationship>();

    public DbSet<RelationshipVisit> RelationshipVisits => Set<RelationshipVisit>();

    public DbSet<Touchpoint> Touchpoints => Set<Touchpoint>();

    public DbSet<Gesture> Gestures => Set<Gesture>();

    public DbSet<Promise> Promises => Set<Promise>();

    public DbSet<PromiseReminder> PromiseReminders => Set<PromiseReminder>();

    public DbSet<WeeklyDigest> WeeklyDigests => Set<WeeklyDigest>();

    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();

    public DbSet<LedgerRevision> LedgerRevisions => Set<LedgerRevision>();

    public DbSet<Standing> Standings => Set<Standing>();

    public DbSet<Dispute> Disputes => Set<Dispute>();

    public DbSet<Fear> Fears => Set<Fear>();

    public DbSet<CustomerLink> CustomerLinks => Set<CustomerLink>();

    public DbSet<TimeOfNeed> TimesOfNeed => Set<TimeOfNeed>();

    public DbSet<Opportunity> Opportunities => Set<Opportunity>();

    public DbSet<SealedSelfCheck> SelfChecks => Set<SealedSelfCheck>();

    public DbSet<CoachingPromise> CoachingPromises => Set<CoachingPromise>();

    public DbSet<CoachingSession> CoachingSessions => Set<CoachingSession>();

    public DbSet<AgendaItem> AgendaItems => Set<AgendaItem>();

    public DbSet<SealedNote> SealedNotes => Set<SealedNote>();

    public DbSet<RepairPlan> RepairPlans => Set<RepairPlan>();

    public DbSet<HabitTrial> HabitTrials => Set<HabitTrial>();

    public DbSet<CloseCall> CloseCalls => Set<CloseCall>();

    public DbSet<SealedLists> SealedLists => Set<SealedLists>();

    public DbSet<SealedSecret> SealedSecrets => Set<SealedSecret>();

    public DbSet<Goal> Goals => Set<Goal>();

    public DbSet<MethodCard> MethodCards => Set<MethodCard>();

    public DbSet<TeamLessons> TeamLessons => Set<TeamLessons>();

    public DbSet<LessonMark> LessonMarks => Set<LessonMark>();

    public DbSet<FavouriteLesson> FavouriteLessons => Set<FavouriteLesson>();

    public DbSet<RecordSeen> RecordsSeen => Set<RecordSeen>();

    public DbSet<EvidenceOpening> EvidenceOpenings => Set<EvidenceOpening>();

    public DbSet<RepTally> RepTallies => Set<RepTally>();

    public DbSet<RepWeek> RepWeeks => Set<RepWeek>();

    public DbSet<ForecastWeek> ForecastWeeks => Set<ForecastWeek>();

    public DbSet<RuleVersion> RuleVersions => Set<RuleVersion>();

    public DbSet<RuleDraft> RuleDrafts => Set<RuleDraft>();

    public DbSet<RuleJob> RuleJobs => Set<RuleJob>();

    public DbSet<RulePreviewRow> RulePreviewRows => Set<RulePreviewRow>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    public DbSet<ImportFile> ImportFiles => Set<ImportFile>();

    public DbSet<ImportRow> ImportRows => Set<ImportRow>();

    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();

    /// <summary>Works for <paramref name="organizationId"/> from here on, on the open connection too.</summary>
    public Task EnterAsync(Guid organizationId, CancellationToken cancellation) => EnterAsync(organizationId, false, cancellation);

    /// <summary>Reads accounts and organizations across organizations from here on, and nothing else: for signing in, first run and background work.</summary>
    public Task EnterDirectoryAsync(CancellationToken cancellation) => EnterAsync(Guid.Empty, true, cancellation);

    // Options that have the interceptor already are taken as they are: changing them here would make new ones for every request.
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        var given = optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.Interceptors;
        if (given?.Contains(OrganizationConnection.Instance) != true)
            optionsBuilder.AddInterceptors(OrganizationConnection.Instance);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TrustCoachDb).Assembly);
        var keepApart = typeof(TrustCoachDb).GetMethod(nameof(KeepApart), BindingFlags.NonPublic | BindingFlags.Instance)!;
        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(t => t.ClrType).Where(IsKeptApart).ToList())
            keepApart.MakeGenericMethod(type).Invoke(this, [modelBuilder]);
        modelBuilder.Entity<Organization>().HasQueryFilter(OrganizationFilter, row => row.Id == Organization.Id);
        SnakeCaseNames.Apply(modelBuilder.Model);
    }

    private static bool IsKeptApart(Type type) => type.IsAssignableTo(typeof(IInOrganization)) && type != typeof(Organization);

    private void KeepApart<T>(ModelBuilder modelBuilder)
        where T : class, IInOrganization =>
        modelBuilder.Entity<T>().HasQueryFilter(OrganizationFilter, row => row.OrganizationId == Organization.Id);

    private async Task EnterAsync(Guid organizationId, bool readsDirectory, CancellationToken cancellation)
    {
        Organization.Set(organizationId, readsDirectory);
        if (Database.GetDbConnection() is { State: System.Data.ConnectionState.Open } connection)
            await OrganizationConnection.EnterAsync(connection, Organization, cancellation);
    }
}
