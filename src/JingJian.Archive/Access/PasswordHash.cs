using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace JingJian.Archive.Access;

/// <summary>Keeps passwords so that they cannot be read: PBKDF2 with HMAC-SHA-512.</summary>
/// <remarks><b>Source.</b> RFC 8018 section 5.2; the number of rounds is that of the OWASP password storage cheat sheet.</remarks>
internal static class PasswordHash
{
    private const int Rounds = 210_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>A hash that nothing matches, to spend the same time on names that do not exist.</summary>
    public static string OfNobody { get; } = Of(Convert.ToHexString(RandomNumberGenerator.GetBytes(SaltBytes)));

    /// <summary>What to store of a password.</summary>
    public static string Of(string password)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return string.Create(CultureInfo.InvariantCulture, $"{Rounds}.{Convert.ToHexStringLower(salt)}.{Convert.ToHexStringLower(Derive(password, salt, Rounds))}");
    }

    /// <summary>Whether a password is the stored one; takes as long for a wrong one.</summary>
    public static bool Fits(string stored, string password)
    {
        string[] parts = stored.Split('.');
        byte[] expected = Convert.FromHexString(parts[2]);
        byte[] derived = Derive(password, Convert.FromHexString(parts[1]), int.Parse(parts[0], CultureInfo.InvariantCulture));
        return CryptographicOperations.FixedTimeEquals(expected, derived);
    }

    private static byte[] Derive(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormC)), salt, rounds, HashAlgorithmName.SHA512, HashBytes);
}
