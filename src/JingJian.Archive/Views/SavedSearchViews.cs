namespace JingJian.Archive.Views;

/// <summary>A search that somebody keeps.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Wish">What it looks for.</param>
/// <param name="SavedAt">When it was saved.</param>
/// <param name="SeenAt">When somebody last looked at what is new.</param>
/// <param name="NewParagraphs">Matching paragraphs that came in since.</param>
/// <param name="NewFamilies">The same with copies counted once.</param>
public sealed record SavedSearchView(long Id, string Name, SearchWish Wish, string SavedAt, string SeenAt, int NewParagraphs, int NewFamilies);

/// <summary>What came in for a saved search since the last look.</summary>
/// <param name="Search">The search.</param>
/// <param name="UpTo">The mark to give back when this was looked at.</param>
/// <param name="Found">What is new.</param>
public sealed record SavedNewsView(SavedSearchView Search, int UpTo, SearchView Found);
