namespace JingJian.Ingest.Formats.Archives;

/// <summary>The checksum of entries in a .zip.</summary>
/// <remarks><b>Source.</b> ISO 3309, reflected, polynomial 0xEDB88320. The framework reads the sum of an entry and does not
/// compare it.</remarks>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Step((uint)value))];

    /// <summary>The checksum of these bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte b in bytes)
        {
            sum = Table[(sum ^ b) & 0xFF] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint Step(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        }

        return value;
    }
}
