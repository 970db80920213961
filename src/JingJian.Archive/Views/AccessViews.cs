namespace JingJian.Archive.Views;

/// <summary>An account as it is shown.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What the person signs in as.</param>
/// <param name="Role">reader, drafter, auditor, editor or admin.</param>
/// <param name="Label">The same in Chinese.</param>
/// <param name="Disabled">Whether it may not sign in.</param>
/// <param name="CreatedAt">Since when it exists.</param>
/// <param name="Collections">The numbers of the collections that the person sees; null for the whole archive.</param>
public sealed record AccountView(long Id, string Name, string Role, string Label, bool Disabled, string CreatedAt, IReadOnlyList<long>? Collections);

/// <summary>A key for a program, as it is shown.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What it is called in the log.</param>
/// <param name="Role">reader, drafter, auditor, editor or admin.</param>
/// <param name="Label">The same in Chinese.</param>
/// <param name="CreatedAt">Since when it exists.</param>
/// <param name="Collections">The numbers of the collections that the program sees; null for the whole archive.</param>
/// <param name="Secret">What the program sends; only when it is made, and never again.</param>
public sealed record KeyView(long Id, string Name, string Role, string Label, string CreatedAt, IReadOnlyList<long>? Collections, string? Secret = null);
