using System.Globalization;
using System.Text;

namespace Drydock.Maas.Simulator.Hosting;

/// <summary>Reads requests, one after another, off one connection.</summary>
internal sealed class HttpReader(Stream stream)
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] Continue = "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray();

    private byte[] _buffer = new byte[8 * 1024];
    private int _start;
    private int _end;

    private ReadOnlyMemory<byte> Unread => _buffer.AsMemory(_start, _end - _start);

    /// <summary>The next head; null when the client has hung up between two requests.</summary>
    public async Task<HttpHead?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        int length;
        while ((length = Unread.Span.IndexOf(EndOfHead)) < 0)
        {
            if (Unread.Length > HttpLimits.HeadBytes)
                throw new HttpRefusal(431);
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                return Unread.IsEmpty ? null : throw new HttpRefusal(400);
        }

        var head = HttpHead.Parse(Unread.Span[..length]);
        _start += length + EndOfHead.Length;
        return head;
    }

    public async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpHead head, CancellationToken cancellationToken)
    {
        if (head is { IsChunked: false, ContentLength: 0 })
            return default;
        if (head.ExpectsContinue)
            await stream.WriteAsync(Continue, cancellationToken).ConfigureAwait(false);
        return head.IsChunked
            ? await ReadChunksAsync(cancellationToken).ConfigureAwait(false)
            : await TakeAsync(head.ContentLength, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ReadOnlyMemory<byte>> ReadChunksAsync(CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        while (true)
        {
            var line = (await ReadLineAsync(cancellationToken).ConfigureAwait(false)).Split(';')[0].Trim();
            if (!int.TryParse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
                throw new HttpRefusal(400);
            if (body.Length + size > HttpLimits.BodyBytes)
                throw new HttpRefusal(413);
            if (size == 0)
                break;
            body.Write(await TakeAsync(size, cancellationToken).ConfigureAwait(false));
            await ReadLineAsync(cancellationToken).ConfigureAwait(false);
        }

        while ((await ReadLineAsync(cancellationToken).ConfigureAwait(false)).Length > 0)
        {
            // Trailers say nothing to MAAS.
        }

        return body.ToArray();
    }

    private async Task<byte[]> TakeAsync(int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        var buffered = Math.Min(count, Unread.Length);
        Unread.Span[..buffered].CopyTo(bytes);
        _start += buffered;
        await stream.ReadExactlyAsync(bytes.AsMemory(buffered), cancellationToken).ConfigureAwait(false);
        return bytes;
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        int length;
        while ((length = Unread.Span.IndexOf((byte)'\n')) < 0)
        {
            if (Unread.Length > HttpLimits.HeadBytes || !await FillAsync(cancellationToken).ConfigureAwait(false))
                throw new HttpRefusal(400);
        }

        var line = Encoding.Latin1.GetString(Unread.Span[..length]).TrimEnd('\r');
        _start += length + 1;
        return line;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            Unread.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }
}
