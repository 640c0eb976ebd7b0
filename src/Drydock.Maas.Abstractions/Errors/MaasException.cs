namespace Drydock.Maas;

/// <summary>The base of everything that goes wrong here; carries the stable identifier of the error.</summary>
public class MaasException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="errorId">A stable PascalCase identifier, part of the contract.</param>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="inner">The cause.</param>
    public MaasException(string errorId, string message, Exception? inner = null)
        : base(message, inner) => ErrorId = errorId;

    /// <summary>A stable PascalCase identifier, part of the contract.</summary>
    public string ErrorId { get; }
}
