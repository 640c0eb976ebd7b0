using System.Globalization;
using System.Net;
using System.Text;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Hosting;

/// <summary>Writes answers to one connection.</summary>
internal sealed class HttpWriter(Stream stream, TimeProvider time)
{
    private const int BlockBytes = 64 * 1024;
    private const int SlowSteps = 20;

    private static readonly byte[] LastChunk = "0\r\n\r\n"u8.ToArray();

    /// <summary>Writes head and body.</summary>
    /// <returns>Whether the answer is complete, so that the connection can go on.</returns>
    public async Task<bool> WriteAsync(HttpHead? request, ApiResponse response, FaultPlan faults, CancellationToken cancellationToken)
    {
        var hasBody = request?.Method != "HEAD" && response.Status != 204;
        var streams = hasBody && response.Parts is not null && faults is { Truncates: false, BodyTime: null };
        var chunked = streams && request is { IsVersion10: false };
        var keeps = request is { KeepsAlive: true } && (chunked || !streams);
        var head = Encoding.Latin1.GetBytes(Head(response, keeps, chunked ? "chunked" : null, streams ? null : response.Length));
        if (streams)
        {
            await stream.WriteAsync(head, cancellationToken).ConfigureAwait(false);
            await WritePartsAsync(response.Parts!, chunked, cancellationToken).ConfigureAwait(false);
            return keeps;
        }

        var body = hasBody ? response.Body : default;
        if (faults.Truncates)
            body = body[..(body.Length / 2)];
        if (faults.BodyTime is { } duration)
            await WriteSlowlyAsync(head, body, duration, cancellationToken).ConfigureAwait(false);
        else
            await WriteAtOnceAsync(head, body, cancellationToken).ConfigureAwait(false);
        return keeps && !faults.Truncates;
    }

    private static string Head(ApiResponse response, bool keeps, string? transfer, long? length)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {response.Status} {GetReason(response.Status)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Date: {DateTimeOffset.UtcNow:R}\r\n");

        // Also of an answer without a body: MAAS sends it with 204, and its command line reads it of every answer.
        text.Append(CultureInfo.InvariantCulture, $"Content-Type: {response.ContentType}\r\n");
        foreach (var (name, value) in response.Headers)
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (transfer is not null)
            text.Append(CultureInfo.InvariantCulture, $"Transfer-Encoding: {transfer}\r\n");
        if (length is not null && response.Status != 204)
            text.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n");
        return text.Append(keeps ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n").ToString();
    }

    private static string GetReason(int status) =>
        Enum.IsDefined((HttpStatusCode)status) ? ((HttpStatusCode)status).ToString() : "Status";

    private async Task WriteAtOnceAsync(byte[] head, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (body.Length > BlockBytes)
        {
            await stream.WriteAsync(head, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(body, cancellationToken).ConfigureAwait(false);
            return;
        }

        var whole = new byte[head.Length + body.Length];
        head.CopyTo(whole, 0);
        body.CopyTo(whole.AsMemory(head.Length));
        await stream.WriteAsync(whole, cancellationToken).ConfigureAwait(false);
    }

    private async Task WriteSlowlyAsync(byte[] head, ReadOnlyMemory<byte> body, TimeSpan duration, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(head, cancellationToken).ConfigureAwait(false);
        for (var step = 0; step < SlowSteps; step++)
        {
            await Task.Delay(duration / SlowSteps, time, cancellationToken).ConfigureAwait(false);
            var (from, to) = (body.Length * step / SlowSteps, body.Length * (step + 1) / SlowSteps);
            await stream.WriteAsync(body[from..to], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WritePartsAsync(IEnumerable<ReadOnlyMemory<byte>> parts, bool chunked, CancellationToken cancellationToken)
    {
        using var block = new MemoryStream(2 * BlockBytes);
        foreach (var part in parts)
        {
            block.Write(part.Span);
            if (block.Length >= BlockBytes)
                await FlushAsync(block, chunked, cancellationToken).ConfigureAwait(false);
        }

        await FlushAsync(block, chunked, cancellationToken).ConfigureAwait(false);
        if (chunked)
            await stream.WriteAsync(LastChunk, cancellationToken).ConfigureAwait(false);
    }

    private async Task FlushAsync(MemoryStream block, bool chunked, CancellationToken cancellationToken)
    {
        if (block.Length == 0)
            return;
        if (chunked)
        {
            var size = Encoding.ASCII.GetBytes(block.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n");
            await stream.WriteAsync(size, cancellationToken).ConfigureAwait(false);
            block.Write("\r\n"u8);
        }

        await stream.WriteAsync(block.GetBuffer().AsMemory(0, (int)block.Length), cancellationToken).ConfigureAwait(false);
        block.SetLength(0);
    }
}
