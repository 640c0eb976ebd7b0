namespace Drydock.Maas.Client.Http;

/// <summary>A body on its way: it may take as long as it wants while something comes.</summary>
internal sealed class PatientStream(Stream body, TimeSpan patience) : ReadOnlyStream(body)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        return await Body.ReadAsync(buffer, limit.Token).ConfigureAwait(false);
    }

    public override int Read(byte[] buffer, int offset, int count) => Body.Read(buffer, offset, count);
}
