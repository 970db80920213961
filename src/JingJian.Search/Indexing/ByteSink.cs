using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace JingJian.Search.Indexing;

/// <summary>A growing run of bytes: one section of a segment while it is built.</summary>
internal sealed class ByteSink
{
    private byte[] bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Byte(int value)
    {
        if (Length == bytes.Length)
        {
            Take(1);
            Length--;
        }

        bytes[Length++] = (byte)value;
    }

    public void Short(int value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(2), (ushort)value);

    public void Int(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    public void Long(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    /// <summary>A number of 0 or more, seven bits a byte.</summary>
    public void Number(long value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Byte((int)(value & 0x7F) | 0x80);
        }

        Byte((int)value);
    }

    /// <summary>Forgets what was written and keeps the room.</summary>
    public void Clear() => Length = 0;

    public void Chars(ReadOnlySpan<char> text) => MemoryMarshal.AsBytes(text).CopyTo(Take(text.Length * 2));

    /// <summary>Appends <paramref name="count"/> zero bytes and returns them for writing.</summary>
    public Span<byte> Take(int count)
    {
        if (bytes.Length - Length < count)
        {
            Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(bytes.Length * 2L, Length + (long)count)));
        }

        Span<byte> taken = bytes.AsSpan(Length, count);
        taken.Clear();
        Length += count;
        return taken;
    }
}
