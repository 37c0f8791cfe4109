namespace TrustCoach.Services.Audit;

/// <summary>What the audit can tell of: the thing, a dot, what was done to it. Stored, so never renamed.</summary>
public static class AuditActs
{
    public const string OrganizationFounded = "organization.founded";
    public const string OrganizationChanged = "organization.changed";
    public const string TeamFormed = "team.formed";
    public const string TeamChanged = "team.changed";
    public const string TeamArchived = "team.archived";
    public const string PersonInvited = "person.invited";
    public const string InvitationRevoked = "invitation.revoked";
    public const string PersonJoined = "person.joined";
    public const string PersonChanged = "person.changed";
    public const string PersonDeactivated = "person.deactivated";
    public const string PersonReactivated = "person.reactivated";
    public const string PasswordChanged = "person.password-changed";
    public const string SecondFactorSetUp = "person.second-factor-set-up";
    public const string SecondFactorOff = "person.second-factor-turned-off";
    public const string SecondFactorReset = "person.second-factor-reset";
    public const string RecoveryCodesRenewed = "person.recovery-codes-renewed";
    public const string RecoveryCodeUsed = "person.recovery-code-used";
    public const string SessionsEnded = "person.sessions-ended";
    public const string CustomerAdded = "customer.added";
    public const string CustomerChanged = "customer.changed";
    public const string CustomerArchived = "customer.archived";
    public const string CustomerRestored = "customer.restored";
    public const string CustomerHandedOver = "customer.handed-over";
    public const string ContactAdded = "contact.added";
    public const string ContactChanged = "contact.changed";
    public const string RelationshipChanged = "relationship.changed";
    public const string TouchpointLogged = "touchpoint.logged";
    public const string TouchpointCorrected = "touchpoint.corrected";
    public const string TouchpointClosed = "touchpoint.closed";
    public const string TouchpointUndone = "touchpoint.undone";
    public const string TouchpointVoided = "touchpoint.voided";
    public const string PromiseMade = "promise.made";
    public const string PromiseTurned = "promise.turned";
    public const string PromiseUndone = "promise.undone";
    public const string PromiseVoided = "promise.voided";
    public const string GestureVoided = "gesture.voided";
    public const string DisputeRaised = "dispute.raised";
    public const string DisputeWithdrawn = "dispute.withdrawn";
    public const string DisputeAnswered = "dispute.answered";
    public const string ImportApplied = "import.applied";
    public const string ImportUndone = "import.undone";
    public const string RulesDrafted = "rules.drafted";
    public const string RulesDraftDiscarded = "rules.draft-discarded";
    public const string RulesPublished = "rules.published";
    public const string RulesCancelled = "rules.cancelled";
    public const string RulesInForce = "rules.in-force";
}
