namespace Drydock.Maas.Client.Http;

/// <summary>The port speaks http where TLS was begun, or TLS where http was.</summary>
/// <param name="speaksTls">Whether it speaks TLS.</param>
internal sealed class SchemeMismatchException(bool speaksTls)
    : IOException(speaksTls ? "The port speaks TLS." : "The port speaks http without TLS.")
{
    public bool SpeaksTls => speaksTls;
}
