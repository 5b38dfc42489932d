package io.vedette.lab.bucket;

import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** S3Proxy's folder reads an object's size and its attributes one after the other; S3 itself shows an object as a whole or not at all. */
final class InOneStep extends ForwardingBlobStore {
    private final Set<String> joined = ConcurrentHashMap.newKeySet();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    InOneStep(BlobStore folder) {
        super(folder);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
        return holding(lock.writeLock(), () -> super.putBlob(request, body));
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        return holding(lock.writeLock(), () -> {
            CompleteMultipartUploadResponse answer = super.completeMultipartUpload(upload, request);
            joined.add(upload.blobName());
            return answer;
        });
    }

    /** Names of the objects that were put together of parts. */
    Set<String> joined() {
        return Set.copyOf(joined);
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        return holding(lock.writeLock(), () -> super.removeBlob(request));
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        return holding(lock.readLock(), () -> super.blobMetadata(request));
    }

    private static <T> T holding(Lock lock, Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
