namespace Drydock.Maas.Design.BootActions;

/// <summary>An asset cannot be rendered.</summary>
/// <param name="errorId">The identifier.</param>
/// <param name="property">The property of the asset it is about: data, location, data_pipeline.</param>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="line">The line of the content, from 1; 0 where it is about all of it.</param>
internal sealed class AssetException(string errorId, string property, string message, int line = 0) : Exception(message)
{
    public string ErrorId => errorId;

    public string Property => property;

    /// <summary>The line of the content, from 1; 0 where it is about all of it.</summary>
    public int Line => line;
}
