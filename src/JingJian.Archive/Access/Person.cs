namespace JingJian.Archive.Access;

/// <summary>Somebody who was recognised.</summary>
/// <param name="Name">The name for the log.</param>
/// <param name="Role">The part that they play.</param>
/// <param name="Session">Account and stamp, which a session carries; empty for a key.</param>
/// <param name="Sees">Which collections they see.</param>
public sealed record Person(string Name, Role Role, string Session, Sight Sees);
