namespace Drydock.Maas.Client.Tests.Fakes;

/// <summary>Makes one answer.</summary>
internal delegate Task<HttpResponseMessage> Answer(CancellationToken token);
