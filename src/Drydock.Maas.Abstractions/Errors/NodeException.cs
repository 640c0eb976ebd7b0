namespace Drydock.Maas.Errors;

/// <summary>A step cannot be done for one node or network; the others go on.</summary>
public class NodeException : MaasException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="errorId">The identifier, see <see cref="NodeErrorIds"/>.</param>
    /// <param name="message">What was found and what to do.</param>
    /// <param name="inner">The cause.</param>
    public NodeException(string errorId, string message, Exception? inner = null)
        : base(errorId, message, inner)
    {
    }
}
