namespace Drydock.Maas.Client;

/// <summary>A file in a request's form.</summary>
internal sealed record MaasFile(string Name, byte[] Content);
