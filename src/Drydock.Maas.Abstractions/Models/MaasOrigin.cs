namespace Drydock.Maas.Models;

/// <summary>The connection that objects were read over. Two readings of the same are equal, whoever read them.</summary>
/// <param name="url">The server's address.</param>
internal class MaasOrigin(Uri url) : IEquatable<MaasOrigin>
{
    public Uri Url => url;

    public bool Equals(MaasOrigin? other) => other is not null;

    public override bool Equals(object? obj) => obj is MaasOrigin;

    public override int GetHashCode() => 0;
}
