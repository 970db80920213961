namespace JingJian.Archive.Views;

/// <summary>A collection of sources.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sources">How many source files are in it.</param>
/// <param name="Reports">How many reports.</param>
/// <param name="IsDefault">Whether sources come into it when nothing else is said.</param>
public sealed record CollectionView(long Id, string Name, int Sources, int Reports, bool IsDefault);
