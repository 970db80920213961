using JingJian.Archive.Intake;
using JingJian.Ingest;
using JingJian.Text;
using JingJian.Web.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace JingJian.Web.Api;

/// <summary>The files of a multipart request, on disk until they are disposed.</summary>
/// <remarks>They lie in the data folder, where the text will lie anyway; the sender's names are never used as paths.</remarks>
internal sealed class Upload : IDisposable
{
    /// <summary>COR_E_IO, what the reader of the body throws; a full disk has the number of the operating system.</summary>
    private const int BodyFailed = unchecked((int)0x80131620);

    private readonly List<(string Name, Stream Content)> files = [];
    private readonly Func<Stream> open;

    private Upload(Func<Stream> open) => this.open = open;

    /// <summary>The files in the order in which they were sent.</summary>
    public IReadOnlyList<(string Name, Stream Content)> Files => files;

    /// <summary>Reads the files of a request; other form fields are passed over.</summary>
    /// <param name="request">The request.</param>
    /// <param name="staging">Where files are put.</param>
    /// <param name="open">Makes the next file there.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<Result<Upload>> ReadAsync(HttpRequest request, StagingFolder staging, Func<Stream> open, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return new Fault("request.media-type", "请以 multipart/form-data 上传文件。");
        }

        string boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > 200)
        {
            return new Fault("request.malformed-upload", "上传的内容缺少分隔标记（boundary）。");
        }

        if (staging.RoomFor(request.ContentLength ?? 0) is { } full)
        {
            return full;
        }

        var upload = new Upload(open);
        Fault? fault;
        try
        {
            fault = await upload.ReadFilesAsync(new MultipartReader(boundary, request.Body), cancellationToken);
        }
        catch
        {
            upload.Dispose();
            throw;
        }

        if (fault is not null)
        {
            upload.Dispose();
            return fault;
        }

        return upload;
    }

    /// <inheritdoc/>
    public void Dispose() => files.ForEach(file => file.Content.Dispose());

    private async Task<Fault?> ReadFilesAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.GetContentDispositionHeader() is not { } disposition || !disposition.IsFileDisposition())
                {
                    continue;
                }

                if (files.Count == RequestLimits.UploadFiles)
                {
                    return new Fault("request.too-many-files", $"一次最多上传 {RequestLimits.UploadFiles} 个文件，请分批上传。");
                }

                string sent = (disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
                await AddAsync(FileNames.Clean(sent), section.Body, cancellationToken);
            }
        }
        catch (Exception error) when (error is InvalidDataException or IOException { HResult: BodyFailed } and not BadHttpRequestException)
        {
            return new Fault("request.malformed-upload", "上传的内容不完整或格式有误，请重新上传。");
        }

        return files.Count == 0 ? new Fault("request.no-files", "请求里没有文件。") : null;
    }

    private async Task AddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        Stream file = open();
        files.Add((name, file));
        await content.CopyToAsync(file, cancellationToken);
        file.Position = 0;
    }
}
