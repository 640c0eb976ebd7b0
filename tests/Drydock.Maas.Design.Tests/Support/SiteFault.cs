namespace Drydock.Maas.Design.Tests.Support;

/// <summary>Something broken in a file of a site.</summary>
/// <param name="File">The file.</param>
/// <param name="Sound">The text as it ought to be.</param>
/// <param name="Broken">The text as somebody left it.</param>
/// <param name="Words">What a message has to name, so that somebody finds it.</param>
internal sealed record SiteFault(string File, string Sound, string Broken, string Words);
