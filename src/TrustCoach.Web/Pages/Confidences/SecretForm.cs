using System.ComponentModel.DataAnnotations;
using System.Globalization;
using TrustCoach.Domain.Confidences;
using TrustCoach.Domain.Dates;
using TrustCoach.Services.Confidences;
using TrustCoach.Web.Infrastructure;

namespace TrustCoach.Web.Pages.Confidences;

/// <summary>What was told in confidence, by whom, and who may know.</summary>
public sealed class SecretForm
{
    /// <summary>Made with the form: sent twice, it keeps one.</summary>
    public Guid Id { get; set; }

    public int Version { get; set; }

    [StringLength(Secret.WhatMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? What { get; set; }

    [StringLength(Secret.NameMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? From { get; set; }

    [StringLength(Secret.MayKnowMaxLength, ErrorMessage = "Keep it to {1} characters.")] public string? MayKnow { get; set; }

    public Guid? CustomerId { get; set; }

    [AskedFor(DateUse.Past)] public TypedDate? ToldOn { get; set; }

    [AskedFor(DateUse.Deadline)] public TypedDate? Until { get; set; }

    public SaidSecret Said => new(What, From, MayKnow, CustomerId, ToldOn?.Meant?.Day, Until?.Meant?.Day);

    public static SecretForm Of(KeptSecret kept, CultureInfo culture)
    {
        var secret = kept.Secret!;
        static TypedDate Date(DateOnly day, CultureInfo culture) => TypedDate.Of(new DayAndHour(day, null), culture);
        return new()
        {
            Id = kept.Id,
            Version = kept.Version,
            What = secret.What,
            From = secret.From,
            MayKnow = secret.MayKnow,
            CustomerId = secret.CustomerId,
            ToldOn = Date(secret.ToldOn, culture),
            Until = secret.Until is { } until ? Date(until, culture) : null,
        };
    }
}
