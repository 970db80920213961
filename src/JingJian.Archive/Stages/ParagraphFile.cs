using System.Buffers;
using System.Collections;
using System.Runtime.InteropServices;
using JingJian.Analysis.Reuse;
using Microsoft.Win32.SafeHandles;

namespace JingJian.Archive.Stages;

/// <summary>Paragraphs in a file, for archives whose texts would not leave room for anything else.</summary>
/// <remarks>
/// <para>The file is nobody else's and gone when the list is disposed of, or the process ends. In memory are eight bytes a paragraph.</para>
/// <para><b>Threads.</b> One thread adds paragraphs; when all are added, several read them.</para>
/// </remarks>
public sealed class ParagraphFile : IReadOnlyList<ReuseParagraph>, IDisposable
{
    private const int HeaderCharacters = 5;
    private const int BufferCharacters = 1 << 20;

    private readonly SafeFileHandle file;
    private readonly List<long> ends = [];
    private char[] buffer = new char[BufferCharacters];
    private int used;
    private long written;

    /// <summary>An empty list in a new file of a folder.</summary>
    public ParagraphFile(string folder)
    {
        Directory.CreateDirectory(folder);
        file = File.OpenHandle(
            Path.Combine(folder, $"paragraphs-{Guid.NewGuid():N}.tmp"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
    }

    /// <inheritdoc/>
    public int Count => ends.Count;

    /// <inheritdoc/>
    public ReuseParagraph this[int index]
    {
        get
        {
            long start = index == 0 ? 0 : ends[index - 1];
            int length = (int)(ends[index] - start);
            char[] record = ArrayPool<char>.Shared.Rent(length);
            Read(record.AsSpan(0, length), start);
            var text = new string(record, HeaderCharacters, length - HeaderCharacters);
            var paragraph = new ReuseParagraph(Number(record), text, record[4] != 0, Number(record.AsSpan(2)));
            ArrayPool<char>.Shared.Return(record);
            return paragraph;
        }
    }

    /// <summary>Adds a paragraph.</summary>
    public void Add(ReuseParagraph paragraph)
    {
        int length = HeaderCharacters + paragraph.Text.Length;
        if (used + length > buffer.Length)
        {
            Flush();
            buffer = length > buffer.Length ? new char[length] : buffer;
        }

        Span<char> record = buffer.AsSpan(used, length);
        Put(record, paragraph.Report);
        Put(record[2..], paragraph.Organisation);
        record[4] = paragraph.IsDamaged ? '\u0001' : '\0';
        paragraph.Text.CopyTo(record[HeaderCharacters..]);
        used += length;
        ends.Add(written + used);
    }

    /// <summary>Makes everything that was added readable.</summary>
    public void Flush()
    {
        RandomAccess.Write(file, MemoryMarshal.AsBytes<char>(buffer.AsSpan(0, used)), written * sizeof(char));
        written += used;
        used = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    /// <inheritdoc/>
    public IEnumerator<ReuseParagraph> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int Number(ReadOnlySpan<char> record) => (record[0] << 16) | record[1];

    private static void Put(Span<char> record, int number)
    {
        record[0] = (char)(number >>> 16);
        record[1] = (char)(number & 0xFFFF);
    }

    private void Read(Span<char> characters, long start)
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(characters);
        for (long offset = start * sizeof(char); bytes.Length > 0;)
        {
            int read = RandomAccess.Read(file, bytes, offset);
            if (read == 0)
            {
                throw new EndOfStreamException("The file of paragraphs was cut short by somebody else.");
            }

            bytes = bytes[read..];
            offset += read;
        }
    }
}
