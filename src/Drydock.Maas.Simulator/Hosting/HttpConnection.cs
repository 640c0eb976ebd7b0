using System.Net.Sockets;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Hosting;

/// <summary>Answers one client until it hangs up, or a fault does.</summary>
internal sealed class HttpConnection(Socket socket, SimulatorCore core, TimeSpan latency, TimeProvider time)
{
    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        socket.NoDelay = true;
        try
        {
            var (reader, writer) = (new HttpReader(stream), new HttpWriter(stream, time));
            while (await ServeOneAsync(reader, writer, cancellationToken).ConfigureAwait(false))
            {
                // The next request of the same connection.
            }

            await LingerAsync(stream).ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client went away, or the simulator was stopped: both end this connection and nothing else.
        }
    }

    private async Task<bool> ServeOneAsync(HttpReader reader, HttpWriter writer, CancellationToken cancellationToken)
    {
        HttpHead? head = null;
        try
        {
            using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            idle.CancelAfter(HttpLimits.Idle);
            head = await reader.ReadHeadAsync(idle.Token).ConfigureAwait(false);
            if (head is null)
                return false;
            var body = await reader.ReadBodyAsync(head, idle.Token).ConfigureAwait(false);
            return await AnswerAsync(head, head.ToRequest(body), writer, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRefusal refusal)
        {
            await writer.WriteAsync(null, ApiResponse.BareText(refusal.Status, "Bad Request"), FaultPlan.None, cancellationToken)
                .ConfigureAwait(false);
            return false;
        }
    }

    private async Task<bool> AnswerAsync(HttpHead head, ApiRequest request, HttpWriter writer, CancellationToken cancellationToken)
    {
        var exchange = core.Begin(request);
        var delay = latency + exchange.Faults.Delay;
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay, time, cancellationToken).ConfigureAwait(false);
        if (exchange.Faults.ResetsBefore)
        {
            core.Drop(exchange);
            return Reset();
        }

        var response = core.Answer(exchange);
        if (exchange.Faults.ResetsAfter)
            return Reset();
        var complete = await writer.WriteAsync(head, exchange.Faults.AnswerAfter ?? response, exchange.Faults, cancellationToken).ConfigureAwait(false);
        return exchange.Faults.Truncates ? Reset() : complete;
    }

    /// <summary>A reset (RST) instead of an orderly end.</summary>
    private bool Reset()
    {
        socket.LingerState = new(true, 0);
        socket.Close();
        return false;
    }

    /// <summary>Lets the client read the last answer: a close over unread bytes would reset the connection.</summary>
    private async Task LingerAsync(NetworkStream stream)
    {
        if (!socket.Connected)
            return;
        socket.Shutdown(SocketShutdown.Send);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var rest = new byte[4096];
        while (await stream.ReadAsync(rest, patience.Token).ConfigureAwait(false) > 0)
        {
            // Nothing of it matters any more.
        }
    }
}
