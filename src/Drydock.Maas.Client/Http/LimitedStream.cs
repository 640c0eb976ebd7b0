namespace Drydock.Maas.Client.Http;

/// <summary>A body on its way of which only so much is read; what is longer is refused, or cut there.</summary>
internal sealed class LimitedStream(Stream body, long bytes, bool isRefused) : ReadOnlyStream(body)
{
    private readonly long _longest = bytes;
    private long _left = bytes;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        IsOver ? 0 : Count(await Body.ReadAsync(buffer[..Room(buffer.Length)], cancellationToken).ConfigureAwait(false));

    public override int Read(byte[] buffer, int offset, int count) => IsOver ? 0 : Count(Body.Read(buffer, offset, Room(count)));

    private bool IsOver => !isRefused && _left == 0;

    // One byte more than may come shows that it is too long.
    private int Room(int count) => (int)Math.Min(count, isRefused ? _left + 1 : _left);

    private int Count(int read)
    {
        _left -= read;
        return _left >= 0 ? read : throw new BodyTooLongException(_longest);
    }
}
