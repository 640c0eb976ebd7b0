using System.Net;
using System.Net.Sockets;

namespace Drydock.Maas.Client.Http;

/// <summary>
/// A connection whose first answer shows whether the port speaks what the address says. A server that gets what it does not understand says
/// so, hangs up or waits for more; the last would end only when the time to connect is over.
/// </summary>
/// <param name="socket">The connection.</param>
/// <param name="port">Where it leads.</param>
/// <param name="isTls">Whether TLS is begun on it.</param>
internal sealed class SchemeCheckStream(Socket socket, DnsEndPoint port, bool isTls) : NetworkStream(socket, ownsSocket: true)
{
    private const byte Alert = 0x15;
    private const byte Handshake = 0x16;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1);
    private bool _isAwaited;
    private bool _isChecked;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _isChecked ? base.ReadAsync(buffer, cancellationToken) : CheckAsync(buffer, cancellationToken);

    private async ValueTask<int> CheckAsync(Memory<byte> buffer, CancellationToken token)
    {
        int count;
        try
        {
            count = await ReadFirstAsync(buffer, token).ConfigureAwait(false);
        }
        catch (IOException e) when (!isTls && e is not SchemeMismatchException)
        {
            if (await SchemeProbe.SpeaksTlsAsync(port, token).ConfigureAwait(false))
                throw new SchemeMismatchException(speaksTls: true);
            throw;
        }

        // TLS waits with an empty buffer before it reads.
        if (buffer.IsEmpty)
            return count;
        _isChecked = true;
        var isOfTls = count > 0 && buffer.Span[0] is (Alert or Handshake);
        if (isTls && !isOfTls && await SchemeProbe.SpeaksHttpAsync(port, token).ConfigureAwait(false))
            throw new SchemeMismatchException(speaksTls: false);
        if (!isTls && (count == 0 || isOfTls) && await SchemeProbe.SpeaksTlsAsync(port, token).ConfigureAwait(false))
            throw new SchemeMismatchException(speaksTls: true);
        return count;
    }

    private async Task<int> ReadFirstAsync(Memory<byte> buffer, CancellationToken token)
    {
        var reading = base.ReadAsync(buffer, token).AsTask();
        var isFirst = !_isAwaited;
        _isAwaited = true;
        if (isTls
            && isFirst
            && !await IsAnsweredAsync(reading, token).ConfigureAwait(false)
            && await SchemeProbe.SpeaksHttpAsync(port, token).ConfigureAwait(false))
            throw new SchemeMismatchException(speaksTls: false);
        return await reading.ConfigureAwait(false);
    }

    private static async Task<bool> IsAnsweredAsync(Task reading, CancellationToken token)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(token);
        var first = await Task.WhenAny(reading, Task.Delay(Silence, ended.Token)).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        return first == reading;
    }
}
