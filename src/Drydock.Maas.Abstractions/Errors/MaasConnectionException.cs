namespace Drydock.Maas.Errors;

/// <summary>MAAS could not be reached, or what answered is not MAAS: wrong host, port, certificate or path, or no answer in time.</summary>
public class MaasConnectionException : MaasException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="errorId">ConnectionFailed, CertificateNotTrusted, RequestTimedOut, NotMaas or WriteUnanswered.</param>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="inner">The cause.</param>
    public MaasConnectionException(string errorId, string message, Exception? inner = null)
        : base(errorId, message, inner)
    {
    }

    /// <summary>Whether a write may have happened though no answer came: read the state before repeating it.</summary>
    public bool WriteMayHaveHappened { get; init; }
}
