using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace JingJian.Search.Indexing;

/// <summary>A growing run of bytes: one section of a segment while it is built.</summary>
internal sealed class ByteSink
{
    private byte[] bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Byte(int value) => Take(1)[0] = (byte)value;

    public void Short(int value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(2), (ushort)value);

    public void Int(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    public void Long(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    public void Chars(ReadOnlySpan<char> text) => MemoryMarshal.AsBytes(text).CopyTo(Take(text.Length * 2));

    /// <summary>Appends <paramref name="count"/> zero bytes and returns them for writing.</summary>
    public Span<byte> Take(int count)
    {
        if (bytes.Length - Length < count)
        {
            Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(bytes.Length * 2L, Length + (long)count)));
        }

        Span<byte> taken = bytes.AsSpan(Length, count);
        Length += count;
        return taken;
    }
}
