namespace JingJian.Ingest;

/// <summary>A source file as received: its name, its fingerprint and its decoded text.</summary>
/// <param name="Name">The file name as ingested; below a folder, the path from that folder with <c>/</c>.</param>
/// <param name="ContentHash">SHA-256 of the bytes, 64 lower-case hexadecimal digits: the identity of the source.</param>
/// <param name="Bytes">The file as received.</param>
/// <param name="Decoded">Its text, and what was guessed to get it.</param>
public sealed record SourceText(string Name, string ContentHash, ReadOnlyMemory<byte> Bytes, DecodedText Decoded);

/// <summary>The text of a file and the guess that gave it.</summary>
/// <param name="Text">The decoded characters, without a byte order mark; line ends as they were. Of a file that is more than text,
/// the text that its reader made of it: the canonical text of the source, to which all offsets refer.</param>
/// <param name="Encoding">How it was read: <c>UTF-8</c>, <c>UTF-16LE</c>, <c>UTF-16BE</c>, <c>GB18030</c>; <c>html (GB18030)</c>,
/// <c>docx</c>; with the program and version that converted it <c>pdf (pdftotext 22.12.0)</c>, <c>doc (LibreOffice 7.4.7.2)</c>.</param>
/// <param name="Confidence">1 when the file says so or nothing else fits; lower for a guess by plausibility.</param>
public sealed record DecodedText(string Text, string Encoding, double Confidence);
