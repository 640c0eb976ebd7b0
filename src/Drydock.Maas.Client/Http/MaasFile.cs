namespace Drydock.Maas.Client.Http;

/// <summary>A file in a request's form.</summary>
internal sealed record MaasFile(string Name, byte[] Content);
