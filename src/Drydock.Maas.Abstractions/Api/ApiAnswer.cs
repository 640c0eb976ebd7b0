namespace Drydock.Maas.Api;

/// <summary>What MAAS answered, as it is.</summary>
/// <param name="Status">The HTTP status, below 300.</param>
/// <param name="ContentType">The content type, or null.</param>
/// <param name="Body">The body; empty when there is none.</param>
/// <param name="ServerTime">The time by the server's clock, where it told.</param>
public sealed record ApiAnswer(int Status, string? ContentType, ReadOnlyMemory<byte> Body, DateTimeOffset? ServerTime);
