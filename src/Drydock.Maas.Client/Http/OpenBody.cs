namespace Drydock.Maas.Client.Http;

/// <summary>A body that still comes, and of what type it is.</summary>
internal sealed record OpenBody(Stream Stream, string ContentType);
